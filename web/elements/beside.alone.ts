/** In the page that is one file there is nothing beside it: it is kept as it is, and answers outlooks itself. */
import { fetchBytes } from "../api/fetch.alone.js";
import type * as beside from "./beside.js";

export const SERVICE_WORKER: typeof beside.SERVICE_WORKER = null;

export const NOTICES = URL.createObjectURL(
  new Blob([await fetchBytes("notices.txt")], { type: "text/plain;charset=utf-8" }),
);

export const BUILDER: typeof beside.BUILDER = null;

export const outlookWorker: typeof beside.outlookWorker = () => {
  throw new Error("no file to start it from");
};
