// Runs before every other command: installs what the lock file lists and builds the packages, when either is due.
// Written for any Node that ever was, so that an old one gets a sentence and not a syntax error.
'use strict';

var found = process.versions.node.split('.');
var major = Number(found[0]);
var minor = Number(found[1]);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    'Throughline needs Node 20.19 or newer; this is Node ' +
      process.versions.node +
      '. Install a current one from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}

// Hidden from the parser of Nodes that do not know dynamic import.
require('./bootstrap/entry.cjs');
