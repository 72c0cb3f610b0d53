// Audits pages one after the other in one Chromium; prints a report a line. Told what by JSON:
// {addresses, categories, chromium, flags}.
import {launch} from 'chrome-launcher';
import lighthouse from 'lighthouse';

const {addresses, categories, chromium, flags} = JSON.parse(process.argv[2]);
const chrome = await launch({chromePath: chromium, chromeFlags: flags});
try {
  for (const address of addresses) {
    const {lhr} = await lighthouse(address, {
      port: chrome.port,
      onlyCategories: categories,
      disableFullPageScreenshot: true, // nobody looks at it
    });
    console.log(JSON.stringify(lhr));
  }
} finally {
  chrome.kill();
}
