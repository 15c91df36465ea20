"use client";
import { useEffect } from "react";

export default function Page() {
  useEffect(() => {
    globalThis.answer ??= import("../../../worker-page.js").then(() => globalThis.answer);
  }, []);
  return <p>worker</p>;
}
