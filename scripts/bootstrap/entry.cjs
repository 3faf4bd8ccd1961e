// Steps by name: `install`, `build`; both when none is named.
'use strict';

import('./prepare.mjs')
  .then(({ prepare }) => prepare({ steps: process.argv.slice(2) }))
  .then(
    (status) => {
      process.exitCode = status;
    },
    (error) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
