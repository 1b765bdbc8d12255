import { parseTaskAnswer, type TaskAnswer } from "./task-answer.ts";
import { runSystemProgram } from "./child-process.ts";
import { windowsText } from "./windows-text.ts";

/** Longer than this, in ms, PowerShell does not get to answer. */
const TIMEOUT_MS = 30_000;

// COM gives numbers and the XML as text, the same in every language of Windows; base64 keeps them from the
// console's code page. The name comes by environment: nothing is pasted into the script.
const SCRIPT = `
$ErrorActionPreference = 'Stop'
function Ms($d) { [int64]($d.ToUniversalTime() - [datetime]'1970-01-01').TotalMilliseconds }
try {
  $s = New-Object -ComObject Schedule.Service
  $s.Connect()
  $t = $s.GetFolder('\\').GetTask($env:ESTATUS_TASK)
  $a = @{ state = [int]$t.State; enabled = [bool]$t.Enabled; lastResult = [int64]$t.LastTaskResult
    missedRuns = [int]$t.NumberOfMissedRuns; lastRun = (Ms $t.LastRunTime); nextRun = (Ms $t.NextRunTime); xml = [string]$t.Xml }
} catch { $a = @{ hresult = [int64]$_.Exception.GetBaseException().HResult } }
[Console]::Out.Write([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $a -Compress))))
`;

/** What Task Scheduler keeps under `name`. Never throws: what cannot be learnt is `unknown`. */
export async function queryTask(name: string): Promise<TaskAnswer> {
  return parseTaskAnswer(await printedTask(name));
}

/** The answer as it was printed. */
export async function printedTask(name: string): Promise<string> {
  const args = ["-NoProfile", "-NonInteractive", "-Command", SCRIPT];
  const powershell = "WindowsPowerShell\\v1.0\\powershell.exe";
  const { stdout } = await runSystemProgram(powershell, args, TIMEOUT_MS, { ESTATUS_TASK: name });
  return windowsText(stdout);
}
