import { launch } from "./launch.ts";

/** A new link to the Agenda that runs on a folder: what a second launch is given. */
export async function linkTo(folder: string): Promise<string> {
  await using second = launch(folder);
  const link = await second.firstLine;
  await second.ended;
  return link;
}
