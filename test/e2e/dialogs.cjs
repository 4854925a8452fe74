// Loaded into Electron before the app (electron -r): answers its dialogs, as no one is there to click, and
// keeps what was asked. A file of its own so that even dialogs before the first window are answered.
const { appendFileSync, writeFileSync } = require('node:fs');
const { app, dialog } = require('electron');

const recordFile = process.env.EVENHAND_TEST_DIALOGS_SHOWN;
const test = { answers: JSON.parse(process.env.EVENHAND_TEST_DIALOGS ?? '{}'), shown: [] };
globalThis.evenhandTestDialogs = test;

function note(kind, details) {
  const { title, defaultPath, message, detail, buttons, options } = details;
  const asked = JSON.parse(JSON.stringify({ kind, title, defaultPath, message, detail, buttons, options }));
  test.shown.push(asked);
  if (recordFile) appendFileSync(recordFile, `${JSON.stringify(asked)}\n`);
}

const optionsOf = (args) => args.at(-1) ?? {};

function open(...args) {
  note('open', optionsOf(args));
  const filePaths = test.answers.open ?? [];
  return { canceled: filePaths.length === 0, filePaths };
}

function save(...args) {
  note('save', optionsOf(args));
  const filePath = test.answers.save ?? '';
  return { canceled: filePath === '', filePath };
}

function message(...args) {
  const options = optionsOf(args);
  note('message', options);
  const buttons = options.buttons ?? [];
  const named = buttons.indexOf(test.answers.message);
  // Without an answer: what pressing Escape would do.
  const response = named >= 0 ? named : (options.cancelId ?? options.defaultId ?? 0);
  return { response, checkboxChecked: false };
}

dialog.showOpenDialog = async (...args) => open(...args);
dialog.showOpenDialogSync = (...args) => open(...args).filePaths;
dialog.showSaveDialog = async (...args) => save(...args);
dialog.showSaveDialogSync = (...args) => save(...args).filePath;
dialog.showMessageBox = async (...args) => message(...args);
dialog.showMessageBoxSync = (...args) => message(...args).response;
dialog.showErrorBox = (title, content) => note('error', { title, message: content });

// The system's print dialog: answered with a file, which gets the pages that the printer would; with "fail", as where
// no printer is set up; without an answer it is closed.
async function print(contents, options, done) {
  note('print', { options });
  const { print: answer } = test.answers;
  if (answer === undefined) return done(false, 'Print job canceled');
  if (answer === 'fail') return done(false, 'Invalid printer settings');
  const { pageSize, printBackground } = options;
  writeFileSync(answer, await contents.printToPDF({ pageSize, printBackground, preferCSSPageSize: true }));
  return done(true, '');
}
app.on('web-contents-created', (_event, contents) => {
  contents.print = (options = {}, done = () => undefined) => void print(contents, options, done);
});
