import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIfAsked } from "../../../packaging/sign.ts";
import { run, windowsPath } from "./wine.ts";

const dist = path.join(import.meta.dirname, "../../../dist/windows");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sign "));
const at = (name: string) => path.join(folder, name);
const signed = at("estatus.exe");
const verify = (authority: string) =>
  execa("osslsigncode", ["verify", "-CAfile", authority, "-in", signed], { reject: false });

/** A certificate of one's own that may sign code, with its key, as a file that a password guards. */
async function makeCertificate(name: string): Promise<void> {
  const [key, certificate] = [at(`${name}.key`), at(`${name}.pem`)];
  const extensions = ["-addext", "extendedKeyUsage=codeSigning", "-addext", "keyUsage=digitalSignature"];
  const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${name}`];
  await execa("openssl", [...request, ...extensions, "-keyout", key, "-out", certificate]);
  fs.writeFileSync(at("password"), "contraseña 1\n");
  const pack = ["pkcs12", "-export", "-inkey", key, "-in", certificate, "-passout", `file:${at("password")}`];
  await execa("openssl", [...pack, "-out", at(`${name}.pfx`)]);
}

beforeAll(async () => {
  await makeCertificate("Estatus-test");
  await makeCertificate("Somebody-else");
  fs.copyFileSync(path.join(dist, "estatus.exe"), signed);
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

test("without a certificate nothing is signed", async () => {
  const before = fs.readFileSync(signed);
  await signIfAsked([signed], {});
  expect(fs.readFileSync(signed).equals(before)).toBe(true);
});

test("with one, the executable carries a signature that holds, and of nobody else", async () => {
  expect((await verify(at("Estatus-test.pem"))).exitCode).not.toBe(0);
  await signIfAsked([signed], {
    ESTATUS_SIGN_PFX: at("Estatus-test.pfx"),
    ESTATUS_SIGN_PASSWORD_FILE: at("password"),
  });
  const { exitCode, stdout } = await verify(at("Estatus-test.pem"));
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("Signature verification: ok")]);
  expect((await verify(at("Somebody-else.pem"))).exitCode).not.toBe(0);
});

test("the signed executable runs as before", async () => {
  // Its addons stay where they are: this command needs none of them.
  expect(await run(windowsPath(signed), ["--version"])).toMatchObject({ code: 0 });
});

test("a byte that is changed after signing is noticed", async () => {
  const bytes = fs.readFileSync(signed);
  bytes[bytes.length >> 1]! ^= 1;
  fs.writeFileSync(signed, bytes);
  expect((await verify(at("Estatus-test.pem"))).exitCode).not.toBe(0);
});
