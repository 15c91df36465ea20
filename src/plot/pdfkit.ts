// The package that makes PDFs. The build puts all that it needs into this one file: `#pdfkit`.
export { default } from "pdfkit";
