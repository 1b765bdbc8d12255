import { codeOf } from "../app-error.ts";
import { isDamage } from "./damage.ts";

/** Whether something failed because the disk is full, or nothing may be written there. */
export function isUnwritable(error: unknown): boolean {
  const code = codeOf(error);
  const refused = /^(ENOSPC|EDQUOT|EFBIG|EROFS|EACCES|EPERM)$|^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PERM)/;
  return refused.test(code) && !isDamage(error);
}
