// Unpacks the packaged Chromium into the folder that TMPDIR names: the package knows no other way to be told where.
// A process of its own, so that nobody else's temporary files go there meanwhile.
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'; // Makes it unpack its libraries too.
const name = '@sparticuz/chromium'; // In a variable: the type check runs where it is not installed.
const { default: chromium } = await import(name);
await chromium.executablePath();
