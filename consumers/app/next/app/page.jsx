"use client";
import { useEffect } from "react";
import { answers } from "../../answers.js";

export default function Page() {
  useEffect(() => {
    globalThis.answer ??= answers();
  }, []);
  return <p>page</p>;
}
