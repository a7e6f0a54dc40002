"use strict";
// Stands in for the native module @vscode/spdlog, which would need a compiler. VS Code's log files, and with them the
// text of the Output panel, are written through it. The same surface, with synchronous appends.

const fs = require("node:fs");
const path = require("node:path");

const LEVELS = ["trace", "debug", "info", "warning", "error", "critical", "off"];

class Logger {
  constructor(_name, file) {
    this.file = file;
    this.level = LEVELS.indexOf("info");
    this.isRaw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.append("");
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  write(level, message) {
    if (level < this.level) return;
    this.append(this.isRaw ? message : `${timestamp(new Date())} [${LEVELS[level]}] ${message}\n`);
  }

  append(text) {
    try {
      fs.appendFileSync(this.file, text);
    } catch {
      // A log that cannot be written, because its folder was just removed, must not end the server.
    }
  }

  trace(message) {
    this.write(0, message);
  }

  debug(message) {
    this.write(1, message);
  }

  info(message) {
    this.write(2, message);
  }

  warn(message) {
    this.write(3, message);
  }

  error(message) {
    this.write(4, message);
  }

  critical(message) {
    this.write(5, message);
  }

  clearFormatters() {
    this.isRaw = true;
  }

  setPattern() {
    ignore();
  }

  flush() {
    ignore();
  }

  drop() {
    ignore();
  }
}

/** For what the native module does and a file that is appended to at once does not need. */
function ignore() {
  return undefined;
}

function timestamp(time) {
  const digits = (value, width = 2) => String(value).padStart(width, "0");
  const date = [time.getFullYear(), digits(time.getMonth() + 1), digits(time.getDate())].join("-");
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map((value) => digits(value)).join(":");
  return `${date} ${clock}.${digits(time.getMilliseconds(), 3)}`;
}

const createLogger = async (name, file) => new Logger(name, file);

exports.version = 0;
exports.setLevel = ignore;
exports.setFlushOn = ignore;
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
