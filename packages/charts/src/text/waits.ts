import type { WaitReason } from '@throughline/engine';

const told: Readonly<Record<WaitReason, string>> = {
  crossing: 'for a train that comes the other way',
  following: 'for the train ahead',
  overtaking: 'for a train that overtakes',
  track: 'for a free track in the next station',
  route: 'for points that another train uses',
  possession: 'for the end of maintenance',
  pin: 'for a time set by hand',
  path: 'for a free way farther on',
};

/**
 * What a planned train waits for, in words that follow `it waits`.
 *
 * @param reason - of a wait of a timetable; an unknown one stays as it is
 */
export function waitText(reason: string): string {
  return told[reason as WaitReason] ?? reason;
}
