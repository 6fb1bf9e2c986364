// copy.mjs – copies the text out of a PDF file as the reader of a browser does.
// Copyright 2026 The Kaopin authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node copy.mjs pdfjs FILE [PAGES]: by Mozilla's reader, as Debian ships it (libjs-pdf); all pages or the first ones.
// node copy.mjs pdfium FILE [PAGES]: by Google's, from a module that KAOPIN_PDFIUM names; without one the program ends with 77.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);

async function copyByPdfjs(bytes, most) {
  const pdfjs = require('/usr/share/javascript/pdf/build/pdf.js');
  const paper = await pdfjs.getDocument({ data: bytes, verbosity: 0 }).promise;
  let text = '';
  for (let i = 1; i <= Math.min(paper.numPages, most); i++) {
    const content = await (await paper.getPage(i)).getTextContent();
    text += content.items.map((item) => item.str).join('');
  }
  return text;
}

async function copyByPdfium(bytes, most) {
  if (process.env.KAOPIN_PDFIUM === undefined) process.exit(77);
  const { PDFiumLibrary } = await import(process.env.KAOPIN_PDFIUM);
  const library = await PDFiumLibrary.init();
  const paper = await library.loadDocument(bytes);
  let text = '';
  for (const page of [...paper.pages()].slice(0, most)) text += page.getText();
  paper.destroy();
  library.destroy();
  return text;
}

const [reader, path, most] = process.argv.slice(2);
const copy = { pdfjs: copyByPdfjs, pdfium: copyByPdfium }[reader];
process.stdout.write(await copy(new Uint8Array(readFileSync(path)), Number(most ?? Infinity)));
