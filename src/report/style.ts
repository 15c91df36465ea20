import { darkHex, darkRules, hex } from "../plot/index.ts";

/** The report's style sheet: one column on a phone, figure beside numbers on a desk, dark where the reader is. */
export const style = `
:root{color-scheme:light dark;--ink:${hex("ink")};--soft:${hex("soft")};--paper:${hex("paper")};--line:${hex("grid")};--wash:#f6f7f8;--link:${hex("blue")};--good:#00694f;--bad:#b3261e}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main,header,footer{max-width:78rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.8rem;line-height:1.2;margin:1.6rem 0 .4rem}
h2{font-size:1.3rem;line-height:1.25;margin:0 0 .5rem}
p{margin:.5rem 0;max-width:46rem}
a{color:var(--link)}
section{border-top:1px solid var(--line);padding:1.6rem 0}
.claim{padding-bottom:0}
.claim+section{border-top:0;padding-top:.8rem}
.kicker{color:var(--soft);font-size:.9rem;margin:0}
.says{font-size:1.45rem;line-height:1.3;margin:.2rem 0 0;max-width:52rem}
figure{margin:.5rem 0 0}
figure svg{display:block;width:100%;height:auto;max-width:40rem}
figure svg text{font-family:inherit}
figcaption{margin-top:.4rem}
figcaption,.meta,.differs{color:var(--soft);font-size:.9rem}
.scroll{overflow-x:auto;max-width:100%;margin:.8rem 0}
.scroll:focus-visible{outline:2px solid var(--link)}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
th,td{padding:.28rem .5rem;text-align:right;white-space:nowrap;border-bottom:1px solid var(--line)}
thead th{background:var(--wash);white-space:normal;vertical-align:bottom;font-weight:600}
tbody th{font-weight:400}
.scroll th:first-child{position:sticky;left:0;background:var(--paper)}
.scroll thead th:first-child{background:var(--wash)}
.summary table{width:100%}
.summary th,.summary td{text-align:left;white-space:normal;vertical-align:top}
.summary tbody th{padding-left:1.5rem;text-indent:-1.5rem}
.summary .number{text-align:right;white-space:nowrap}
ul{padding-left:0;list-style:none;margin:.8rem 0}
li{padding-left:1.5rem;text-indent:-1.5rem;margin:.25rem 0}
.mark{display:inline-block;width:1.5rem;text-indent:0;font-weight:700}
.holds .mark{color:var(--good)}
.violated,.violated .mark{color:var(--bad);font-weight:700}
.silent{color:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.8rem 0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
pre{overflow:auto;max-height:30rem;background:var(--wash);padding:.8rem;font-size:.8rem}
summary{cursor:pointer}
@media (min-width:64rem){.pair{display:grid;grid-template-columns:minmax(0,34rem) minmax(0,1fr);grid-template-rows:auto auto 1fr;column-gap:2rem;align-items:start}.pair figure{grid-row:1/span 3}.broad figure{grid-row:1}.broad .scroll,.broad .foot{grid-column:1/-1}}
@media (min-width:64rem) and (max-width:84rem){.middle figure{grid-row:1}.middle .scroll,.middle .foot{grid-column:1/-1}}
@media (max-width:36rem){.summary .wide,.summary thead{display:none}.summary tr{display:block;border-bottom:1px solid var(--line);padding:.4rem 0}.summary tbody th,.summary td{display:block;border:0;padding:0 0 0 1.5rem}.narrow th,.narrow td{padding:.28rem .3rem}:is(.middle,.broad) .scroll thead{display:none}:is(.middle,.broad) .scroll :is(table,tbody,tr){display:block}:is(.middle,.broad) .scroll tr{border-bottom:1px solid var(--line);padding:.35rem 0}:is(.middle,.broad) .scroll :is(th,td){display:flex;justify-content:space-between;gap:.5rem;border:0;padding:.1rem 0;white-space:normal}:is(.middle,.broad) .scroll th:first-child{position:static;justify-content:flex-start;font-weight:600}[data-head]::before{color:var(--soft);text-align:left}:is(.middle,.broad) [data-head]::before{content:attr(data-head)}h1{font-size:1.5rem}dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
@media screen and (prefers-color-scheme:dark){
:root{--ink:${darkHex("ink")};--soft:${darkHex("soft")};--paper:${darkHex("paper")};--line:${darkHex("grid")};--wash:#1f2226;--link:${darkHex("blue")};--good:#4fd1a5;--bad:#ff8a80}
${darkRules("figure svg")}
}
@media print{body{font-size:11pt}section{break-inside:avoid}.scroll{overflow:visible}a{color:inherit}details,.skip{display:none}}
`;
