import type { Native, Windows } from "./windows-library.ts";

const SE_FILE_OBJECT = 1;
const OWNER_AND_DACL = 1 | 4;
const SDDL_REVISION_1 = 1;

type Address = bigint | null;

/** The question who may do what with a file or folder, asked of Windows when it is called. */
export function accessQuestions({ declare }: Windows) {
  const securityOf = declare<
    Native<[string, number, number, [Address], [Address], [Address], [Address], [Address]], number>
  >(
    "advapi32",
    "uint32_t GetNamedSecurityInfoW(str16, int, uint32_t, _Out_ void **, _Out_ void **, _Out_ void **, _Out_ void **, _Out_ void **)",
  );
  const toText = declare<Native<[Address, number, number, [Address], [number]], number>>(
    "advapi32",
    "int ConvertSecurityDescriptorToStringSecurityDescriptorW(void *, uint32_t, uint32_t, _Out_ void **, _Out_ uint32_t *)",
  );
  const copy = declare<Native<[Buffer, Address, number], void>>(
    "kernel32",
    "void RtlMoveMemory(_Out_ uint8_t *, void *, size_t)",
  );
  const free = declare<Native<[Address], Address>>("kernel32", "void *LocalFree(void *)");

  /** Owner and access list of a file or folder, in SDDL; null where there is none or Windows would not say. */
  function accessList(place: string): string | null {
    const descriptor: [Address] = [null];
    if (securityOf(place, SE_FILE_OBJECT, OWNER_AND_DACL, [null], [null], [null], [null], descriptor) !== 0)
      return null;
    const [text, length]: [[Address], [number]] = [[null], [0]];
    try {
      if (!toText(descriptor[0], SDDL_REVISION_1, OWNER_AND_DACL, text, length)) return null;
      const bytes = Buffer.alloc(length[0] * 2);
      copy(bytes, text[0], bytes.length);
      return bytes.toString("utf16le").replace(/\0.*$/s, "");
    } finally {
      if (text[0] !== null) free(text[0]);
      free(descriptor[0]);
    }
  }

  return { accessList };
}
