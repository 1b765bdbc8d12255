import { parseXml, type XmlElement } from "@rgrove/parse-xml";
import type { TaskElement } from "../core/task-meaning.ts";

/** No task nests deeper: its schema ends at six levels. */
const DEEPEST = 32;

/** Reads a task's XML, already decoded into text. @throws Error where it is not a task. */
export function parseTask(xml: string): TaskElement {
  const root = parseXml(xml).root;
  if (root?.name !== "Task") throw new Error("this XML is not a task");
  return elementOf(root, 1);
}

/** A task's XML as Task Scheduler wants its file: UTF-16LE with a byte order mark. */
export function encodeTask(xml: string): Buffer {
  return Buffer.from(`\uFEFF${xml.replaceAll("\n", "\r\n")}`, "utf16le");
}

function elementOf(element: XmlElement, depth: number): TaskElement {
  if (depth > DEEPEST) throw new Error("this XML nests deeper than a task");
  const children = element.children
    .filter((node): node is XmlElement => node.type === "element")
    .map((child) => elementOf(child, depth + 1));
  const text = children.length > 0 ? "" : element.text.trim();
  return { name: element.name, attributes: element.attributes, children, text };
}
