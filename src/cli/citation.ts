import { version } from "../version.ts";

/** One line that says what made a file, and after which paper. */
export const CITATION =
  `lethe ${version}, how fast do models forget?; after Suresh, Thangaraj & Khandavally (2024), ` +
  "Rate of Model Collapse in Recursive Training, arXiv:2412.17646";

/** BibTeX of that paper, and of lethe in this version. */
export const BIBTEX = `@misc{suresh2024rate,
  title         = {Rate of Model Collapse in Recursive Training},
  author        = {Suresh, Ananda Theertha and Thangaraj, Andrew and Khandavally, Aditya Nanda Kishore},
  year          = {2024},
  eprint        = {2412.17646},
  archivePrefix = {arXiv}
}

@software{lethe,
  title   = {lethe: how fast do models forget?},
  author  = {{the lethe authors}},
  version = {${version}},
  license = {MIT}
}
`;
