; The installer of one user: no administrator, no question that a silent run (/S) would miss.
;   makensis -DVERSION=… -DPAYLOAD=dist/windows -DOUT=… [-DQUICK] installer.nsi
Unicode true
; Debian's usual x86 stub does not start on a Windows (or Wine) that is 64 bits only.
Target amd64-unicode
!ifdef QUICK
  SetCompress off
!else
  ; One dictionary over all: three executables share one Node.
  SetCompressor /SOLID lzma
  SetCompressorDictSize 128
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "StrFunc.nsh"
${Using:StrFunc} StrStr
${Using:StrFunc} UnStrRep

Name "Agenda"
OutFile "${OUT}"
RequestExecutionLevel user
; The same files give the same installer, whenever they were built.
SetDateSave off
InstallDir "$LOCALAPPDATA\Programs\Estatus"
InstallDirRegKey HKCU "Software\Estatus" "InstallDir"
ShowInstDetails nevershow
ShowUninstDetails nevershow
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Estatus"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
!macro strings lang description
  VIAddVersionKey /LANG=${lang} "ProductName" "Estatus"
  VIAddVersionKey /LANG=${lang} "FileDescription" "${description}"
  VIAddVersionKey /LANG=${lang} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${lang} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${lang} "LegalCopyright" "MIT License"
!macroend
!insertmacro strings ${LANG_ENGLISH} "Installs Agenda and Estatus"
!insertmacro strings ${LANG_SPANISH} "Instala Agenda y Estatus"

LangString StillRunning ${LANG_ENGLISH} "Agenda or Estatus is still running and could not be closed. Close it, then run this again."
LangString StillRunning ${LANG_SPANISH} "Agenda o Estatus sigue en marcha y no se pudo cerrar. Ciérrelo y ejecute esto de nuevo."
LangString KeepData ${LANG_ENGLISH} "Delete the contacts and the record of outages too? They cannot be brought back."
LangString KeepData ${LANG_SPANISH} "¿Borrar también los contactos y el registro de caídas? No se pueden recuperar."
LangString NotRegistered ${LANG_ENGLISH} "Agenda is installed, but the check is not in Task Scheduler: run 'estatus doctor' in a terminal."
LangString NotRegistered ${LANG_SPANISH} "Agenda está instalada, pero la revisión no está en el Programador de tareas: ejecute 'estatus doctor' en un terminal."
LangString ReportLink ${LANG_ENGLISH} "Estatus status"
LangString ReportLink ${LANG_SPANISH} "Estado de Estatus"

; $R0 = 1 while a program of this folder cannot be replaced: Windows lets nobody write to a running executable.
!macro runs file
  StrCpy $R0 0
  ${If} ${FileExists} "$INSTDIR\${file}"
    ClearErrors
    FileOpen $R1 "$INSTDIR\${file}" a
    ${If} ${Errors}
      StrCpy $R0 1
    ${Else}
      FileClose $R1
    ${EndIf}
  ${EndIf}
!macroend

; Waits up to ${seconds} for a program of this folder to end; $R0 as above.
!macro waitFor file seconds
  StrCpy $R2 0
  ${Do}
    !insertmacro runs "${file}"
    ${If} $R0 = 0
    ${OrIf} $R2 >= ${seconds}
      ${ExitDo}
    ${EndIf}
    Sleep 1000
    IntOp $R2 $R2 + 1
  ${Loop}
!macroend

; Lets a program of this folder end by itself for ${seconds}, then ends it; $R0 as above.
!macro endAfter un file seconds
  !insertmacro waitFor "${file}" ${seconds}
  ${If} $R0 = 1
    StrCpy $R5 "${file}"
    StrCpy $R6 "end"
    Call ${un}Stop
    !insertmacro waitFor "${file}" 10
  ${EndIf}
!macroend

; Of the processes that run $INSTDIR\$R5, asks each to close, as a click on X does ($R6 = ask), or ends it without a word
; ($R6 = end). A pid that was written down may be another program's by now, so each is asked for the file it runs, and
; held open until it is dealt with, because nobody else gets its pid before that.
!macro stopPrograms un
Function ${un}Stop
  ; The file's path without links on the way to it, as Windows tells it of a process.
  StrCpy $R7 ""
  System::Call 'kernel32::CreateFileW(w "$INSTDIR\$R5", i 0, i 7, p 0, i 3, i 0, p 0) p .r5'
  System::Call 'kernel32::GetFinalPathNameByHandleW(p r5, w .R7, i ${NSIS_MAX_STRLEN}, i 0)'
  System::Call 'kernel32::CloseHandle(p r5)'
  ; Without the four characters that it begins with, which a process's has not.
  StrCpy $R7 $R7 "" 4
  System::Alloc 65536
  Pop $0
  System::Call 'kernel32::K32EnumProcesses(p r0, i 65536, *i .r1)'
  StrCpy $2 0
  ${DoWhile} $2 < $1
    IntPtrOp $3 $0 + $2
    IntOp $2 $2 + 4
    System::Call '*$3(i .r4)'
    ; PROCESS_QUERY_LIMITED_INFORMATION and PROCESS_TERMINATE
    System::Call 'kernel32::OpenProcess(i 0x1001, i 0, i r4) p .r5'
    ${If} $5 = 0
      ${Continue}
    ${EndIf}
    StrCpy $6 ""
    System::Call 'kernel32::QueryFullProcessImageNameW(p r5, i 0, w .r6, *i ${NSIS_MAX_STRLEN})'
    ${If} $6 == "$INSTDIR\$R5"
    ${OrIf} $6 == $R7
    ${AndIf} $6 != ""
      ${If} $R6 == "ask"
        nsExec::Exec '"$SYSDIR\taskkill.exe" /PID $4'
        Pop $6
      ${Else}
        System::Call 'kernel32::TerminateProcess(p r5, i 1)'
      ${EndIf}
    ${EndIf}
    System::Call 'kernel32::CloseHandle(p r5)'
  ${Loop}
  System::Free $0
FunctionEnd

; First the word that a click on X says, only then an end without a word: neither Agenda nor a check nor a watch in a
; terminal loses anything by it. What still runs then is somebody else's to close.
Function ${un}StopPrograms
  !if "${un}" == ""
    ; To unregister is to forget the configuration that the task was registered with: an installation keeps it.
    ReadEnvStr $7 "ESTATUS_HOME"
    ${If} $7 == ""
      StrCpy $7 "$LOCALAPPDATA\Estatus"
    ${EndIf}
    ${If} ${FileExists} "$7\task.json"
      Delete "$7\task.json.kept"
      Rename "$7\task.json" "$7\task.json.kept"
    ${EndIf}
  !endif
  ${If} ${FileExists} "$INSTDIR\estatus.exe"
    nsExec::Exec '"$INSTDIR\estatus.exe" unregister'
    Pop $0
  ${EndIf}
  !if "${un}" == ""
    Rename "$7\task.json.kept" "$7\task.json"
  !endif
  !insertmacro endAfter "${un}" "estatusw.exe" 20
  !insertmacro endAfter "${un}" "estatus.exe" 5
  !insertmacro runs "Agenda.exe"
  ${If} $R0 = 1
    StrCpy $R5 "Agenda.exe"
    StrCpy $R6 "ask"
    Call ${un}Stop
    !insertmacro waitFor "Agenda.exe" 5
    ; Once under Wine a window had not heard it. Whoever did is closing already, and to be asked again changes nothing.
    ${If} $R0 = 1
      Call ${un}Stop
    ${EndIf}
    !insertmacro endAfter "${un}" "Agenda.exe" 10
  ${EndIf}
  StrCpy $R9 $R0
  !insertmacro runs "estatus.exe"
  IntOp $R9 $R9 | $R0
  !insertmacro runs "estatusw.exe"
  IntOp $R9 $R9 | $R0
  ${If} $R9 = 1
    !if "${un}" == ""
      ; What is there stays, and stays looked after.
      nsExec::Exec '"$INSTDIR\estatus.exe" register'
      Pop $0
    !endif
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(StillRunning)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro stopPrograms ""
!insertmacro stopPrograms "un."

Section
  Call StopPrograms
  SetOutPath "$INSTDIR"
  ; What the programs kept of their own compiling.
  RMDir /r "$INSTDIR\compiled"
  RMDir /r "$INSTDIR\native"
  RMDir /r "$INSTDIR\vendor"
  File /r /x compiled "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "$SMPROGRAMS\Estatus"
  CreateShortcut "$SMPROGRAMS\Estatus\Agenda.lnk" "$INSTDIR\Agenda.exe"
  CreateShortcut "$SMPROGRAMS\Estatus\$(ReportLink).lnk" "$SYSDIR\cmd.exe" '/k ""$INSTDIR\estatus.exe" status"' "$INSTDIR\estatus.exe"
  WriteRegStr HKCU "Software\Estatus" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Agenda (Estatus)"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Agenda.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "Estatus"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
  Call AddToPath
  nsExec::Exec '"$INSTDIR\estatus.exe" register'
  Pop $0
  ${If} $0 != 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotRegistered)" /SD IDOK
  ${EndIf}
  SetOutPath "$INSTDIR"
  Exec '"$INSTDIR\Agenda.exe"'
SectionEnd

; NSIS cuts a string at its own limit: a PATH that may be longer is left as it is.
Function AddToPath
  ReadRegStr $0 HKCU "Environment" "Path"
  StrLen $1 $0
  StrLen $2 "$INSTDIR"
  IntOp $1 $1 + $2
  IntOp $1 $1 + 8
  ${If} $1 >= ${NSIS_MAX_STRLEN}
    Return
  ${EndIf}
  ${StrStr} $3 ";$0;" ";$INSTDIR;"
  ${If} $3 != ""
    Return
  ${EndIf}
  ${If} $0 == ""
    WriteRegExpandStr HKCU "Environment" "Path" "$INSTDIR"
  ${Else}
    WriteRegExpandStr HKCU "Environment" "Path" "$0;$INSTDIR"
  ${EndIf}
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
FunctionEnd

Function un.RemoveFromPath
  ReadRegStr $0 HKCU "Environment" "Path"
  StrLen $1 $0
  IntOp $1 $1 + 8
  ${If} $1 >= ${NSIS_MAX_STRLEN}
    Return
  ${EndIf}
  ${UnStrRep} $2 ";$0;" ";$INSTDIR;" ";"
  StrCpy $2 $2 "" 1
  StrCpy $2 $2 -1
  ${If} $2 != $0
    WriteRegExpandStr HKCU "Environment" "Path" "$2"
    SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.StopPrograms
  Call un.RemoveFromPath
  RMDir /r "$INSTDIR\compiled"
  RMDir /r "$INSTDIR\native"
  RMDir /r "$INSTDIR\vendor"
  Delete "$INSTDIR\Agenda.exe"
  Delete "$INSTDIR\estatus.exe"
  Delete "$INSTDIR\estatusw.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\licences.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir /r "$SMPROGRAMS\Estatus"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\Estatus"
  ; Kept unless asked for: in a window by a click, silently by /PURGE.
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE" $1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(KeepData)" /SD IDNO IDYES purge
    Return
  ${EndIf}
purge:
  RMDir /r "$LOCALAPPDATA\Agenda"
  RMDir /r "$LOCALAPPDATA\Estatus"
  RMDir /r "$APPDATA\Estatus"
SectionEnd
