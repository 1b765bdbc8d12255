/** The list is asked for in pages of this many contacts, more than a screen holds. */
export const pageSize = 60;
