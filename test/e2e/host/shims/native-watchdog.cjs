"use strict";
// Stands in for the native module @vscode/native-watchdog, which would need a compiler:
// ends the extension host once the server process that started it is gone.

exports.start = (serverPid) => {
  const check = () => {
    try {
      process.kill(serverPid, 0);
    } catch {
      process.exit(87);
    }
  };
  setInterval(check, 1000).unref();
};

exports.exit = (code) => process.exit(code || 0);
