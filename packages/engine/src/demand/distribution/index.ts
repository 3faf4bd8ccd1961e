/** Distribution: how many go from where to where. */
export { type FurnessResult, furness, type TripTable } from './furness.ts';
export { calibrateGravity, type Deterrence, type GravityResult, gravity } from './gravity.ts';
