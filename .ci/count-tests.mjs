import { readFileSync } from 'node:fs';

// Prints "<passed> <failed>" of a run of Vitest. What ended badly counts as a failure even where no test says so: a
// file that could not be loaded, an error outside the tests, a run that wrote no report.
const [, , reportPath, exitCode] = process.argv;
const { testResults = [], ...totals } = readReport();
const unloaded = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
const passed = totals.numPassedTests ?? 0;
const failed = (totals.numFailedTests ?? 0) + unloaded.length;
console.log(passed, exitCode !== '0' && failed === 0 ? 1 : failed);

function readReport() {
  try {
    return JSON.parse(readFileSync(reportPath, 'utf8'));
  } catch {
    return {};
  }
}
