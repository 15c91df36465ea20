import { answers } from "./answers.js";

globalThis.answer = answers();
