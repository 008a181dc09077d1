// The tests use the system's browsers; scripts/browsers.ts downloads builds only where there are none.
module.exports = { skipDownload: true };
