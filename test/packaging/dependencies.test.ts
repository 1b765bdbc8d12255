import { execa } from "execa";
import { expect, test } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };
import packageJson from "../../package.json" with { type: "json" };

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
};
const packages = Object.entries(lock.packages as Record<string, Locked>).filter(([place]) => place !== "");
const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

test("Every package in the lock file is pinned to its content by a SHA-512", () => {
  expect(packages.length).toBeGreaterThan(100);
  const loose = packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""));
  expect(loose.map(([place]) => place)).toEqual([]);
});

test("No package comes from anywhere but a registry", () => {
  const elsewhere = packages.filter(([, { resolved }]) => /^(?:git|file|http:)/.test(resolved ?? ""));
  expect(elsewhere.map(([place]) => place)).toEqual([]);
});

test("Of the packages that have an install script none but node's may run it", () => {
  const decided: Record<string, boolean> = packageJson.allowScripts;
  const scripted = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => nameOf(place));
  expect(scripted).not.toEqual([]);
  for (const name of new Set(scripted)) expect(decided[name], `${name} is decided on`).toBeTypeOf("boolean");
  expect(Object.keys(decided).filter((name) => decided[name])).toEqual(["node"]);
});

test("Every dependency is asked for by its exact version", () => {
  const wanted = { ...packageJson.dependencies, ...packageJson.devDependencies };
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

type Bill = {
  readonly bomFormat: string;
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly hashes?: readonly { readonly alg: string }[];
  }[];
};

test("The bill of materials names every package that a program is built of, with version and hash", async () => {
  const { stdout } = await execa("npm", ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"], {
    shell: process.platform === "win32",
  });
  const { bomFormat, components } = JSON.parse(stdout) as Bill;
  expect(bomFormat).toBe("CycloneDX");
  const named = components.map(({ name, version }) => `${name} ${version}`);
  expect(named).toEqual(
    expect.arrayContaining(
      Object.entries(packageJson.dependencies).map(([name, version]) => `${name} ${version}`),
    ),
  );
  const unhashed = components.filter(({ hashes }) => !hashes?.some(({ alg }) => alg === "SHA-512"));
  // What node's own install script brings is in no lock file.
  expect(unhashed.filter(({ name }) => !/^node-\w+-\w+$/.test(name)).map(({ name }) => name)).toEqual([]);
});
