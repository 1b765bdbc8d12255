import fs from "node:fs";
import { execa } from "execa";

/**
 * Signs Windows executables where a certificate is at hand: ESTATUS_SIGN_PFX names it, ESTATUS_SIGN_PASSWORD_FILE
 * the file with its password, ESTATUS_SIGN_TIMESTAMP a time stamp server. Does nothing without a certificate.
 */
export async function signIfAsked(
  files: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const certificate = env["ESTATUS_SIGN_PFX"];
  if (!certificate) return;
  const passwordFile = env["ESTATUS_SIGN_PASSWORD_FILE"];
  const timestamp = env["ESTATUS_SIGN_TIMESTAMP"];
  for (const file of files) {
    console.log(`signing ${file}`);
    if (process.platform === "win32") await signOnWindows(file, certificate, passwordFile, timestamp);
    else await signElsewhere(file, certificate, passwordFile, timestamp);
  }
}

async function signOnWindows(file: string, certificate: string, passwordFile?: string, timestamp?: string) {
  const password = passwordFile ? ["/p", fs.readFileSync(passwordFile, "utf8").trim()] : [];
  const time = timestamp ? ["/tr", timestamp, "/td", "sha256"] : [];
  await execa("signtool", ["sign", "/fd", "sha256", "/f", certificate, ...password, ...time, file]);
}

async function signElsewhere(file: string, certificate: string, passwordFile?: string, timestamp?: string) {
  const password = passwordFile ? ["-readpass", passwordFile] : [];
  const time = timestamp ? ["-ts", timestamp] : [];
  const signed = `${file}.signed`;
  const options = ["-pkcs12", certificate, ...password, "-h", "sha256", "-n", "Estatus", ...time];
  await execa("osslsigncode", ["sign", ...options, "-in", file, "-out", signed]);
  fs.renameSync(signed, file);
}
