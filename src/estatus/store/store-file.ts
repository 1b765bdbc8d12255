/** The checker's database, in its data folder. */
export const STORE_FILE = "estatus.db";
