/** A name or a phone without the blanks around it, which nobody means; "" where nothing of it can be seen. */
export const trimmed = (text: string) => (/[^\s\p{Cc}\p{Cf}]/u.test(text) ? text.trim() : "");
