/** Kept equal to package.json by a test; read from here so that nothing has to open a file. */
export const VERSION = "0.1.0";
