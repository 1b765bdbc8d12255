import { buildForHost } from "./host.ts";
import { programs } from "./programs.ts";

// `npm run build [-- --window]`: both programs as single executables of the system this runs on.
const window = process.argv.includes("--window");
for (const program of Object.values(programs)) {
  await buildForHost(program, { window: window && program.name === "Agenda" });
}
console.log("up to date");
