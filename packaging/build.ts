import { buildForHost } from "./host.ts";
import { programs } from "./programs.ts";

// `npm run build`: both programs as single executables of the system this runs on.
for (const program of Object.values(programs)) await buildForHost(program);
console.log("up to date");
