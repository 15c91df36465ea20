import { answers } from "../../../answers.js";

export const dynamic = "force-dynamic";

export async function GET() {
  return Response.json(await answers());
}
