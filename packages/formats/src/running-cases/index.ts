/** Running-time cases of others and of our own: text in, trains, paths and expectations in SI out. */
export { type CaseFault, CaseFileError } from './case-file-error.ts';
export { type OsrdPositionCase, type OsrdPositionFile, parseOsrdPositions } from './osrd-positions.ts';
export {
  type ExpectedRun,
  type ExpectedStall,
  type GradeVariant,
  parseReferenceCases,
  REFERENCE_CASE_FORMAT,
  type ReferenceCase,
  type ReferenceCaseFile,
} from './reference-cases.ts';
export {
  parseTrainRunsExpectations,
  parseTrainRunsPath,
  parseTrainRunsTrain,
  type TrainRunsExpectation,
} from './trainruns.ts';
export { writeReferenceCases } from './write-reference-cases.ts';
