/**
 * The colours of all figures: those of Okabe and Ito, which colour-blind readers tell apart, a little darker where
 * they would be faint on white. Each has a lighter twin for dark pages.
 */
const COLOURS = {
  ink: { light: "#1a1a1a", dark: "#ededed" },
  soft: { light: "#5a5a5a", dark: "#b4b4b4" },
  grid: { light: "#e3e3e3", dark: "#383838" },
  axis: { light: "#8c8c8c", dark: "#7d7d7d" },
  paper: { light: "#ffffff", dark: "#16181b" },
  blue: { light: "#0072b2", dark: "#56b4e9" },
  vermillion: { light: "#d55e00", dark: "#ff8b3d" },
  green: { light: "#007f5f", dark: "#35c79d" },
  purple: { light: "#aa4f88", dark: "#e59fcb" },
  amber: { light: "#a87000", dark: "#e8b004" },
} as const;

/** A colour by its name; parts of a figure are coloured by meaning, not by hand. */
export type Colour = keyof typeof COLOURS;

/** The colour on white, as it stands in every SVG. */
export const hex = (colour: Colour): string => COLOURS[colour].light;

/** The colour on a dark page. */
export const darkHex = (colour: Colour): string => COLOURS[colour].dark;

/**
 * Style rules by which a page shows the same SVG on a dark ground. An SVG carries its light colours as plain
 * attributes, so it is whole on its own; a style sheet outranks attributes, so a page can dye it.
 *
 * @param scope a CSS selector of what holds the SVG
 */
export function darkRules(scope: string): string {
  return Object.values(COLOURS)
    .flatMap(({ light, dark }) =>
      ["fill", "stroke"].map((paint) => `${scope} [${paint}="${light}"]{${paint}:${dark}}`),
    )
    .join("\n");
}
