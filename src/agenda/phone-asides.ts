/** A phone without what is written in it and not dialled; `isRemark` where that says something to people. */
export type WithoutAside = { readonly phone: string; readonly isRemark: boolean };

const code = /^([\s\p{Cf}(]*(?:[+＋]|00)\d{1,3}\)?[\s.-]*)\(0\)/u;
const remark = /\([^()]*\p{L}[^()]*\)/gu;
// So many figures in a remark may be a number of their own.
const ofNumber = /(?:\p{Nd}[\s.-]*){6}/u;

/**
 * What a phone that is not clear may be without its asides: the (0) behind a country's code, which is dialled within the
 * country only, and where it is dialled from abroad too the phone is clear with it; a remark ("mañanas, de 9 a 14").
 */
export function withoutAsides(phone: string): WithoutAside[] {
  const trunk = phone.replace(code, "$1");
  const plain = trunk.replace(remark, (said) => (ofNumber.test(said) ? said : " "));
  return [
    ...(trunk === phone ? [] : [{ phone: trunk, isRemark: false }]),
    ...(plain === trunk || plain.trim() === "" ? [] : [{ phone: plain.trim(), isRemark: true }]),
  ];
}
