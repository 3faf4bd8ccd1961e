/** What a train does on a stretch. `climb` is full effort with falling speed. */
export type PhaseName = 'accelerate' | 'climb' | 'cruise' | 'coast' | 'brake' | 'dwell';

/** A stretch of one behaviour. */
export type Phase = {
  readonly phase: PhaseName;
  /** Position of the front, m. */
  readonly from: number;
  readonly to: number;
  /** Time since the start of the run, s. */
  readonly start: number;
  readonly end: number;
  /** Speed at both ends, m/s. */
  readonly startSpeed: number;
  readonly endSpeed: number;
  /** Work of the traction at the rim, J. */
  readonly energyAtWheel: number;
  /** Work taken out by the brake, J. */
  readonly brakingEnergy: number;
};

/**
 * The run as columns, one row per event or integration step.
 *
 * From row `i` to `i + 1` the motion is smooth; `acceleration[i]` and `accelerationAtEnd[i]` belong to the two ends of
 * that stretch, so that times and speeds between rows can be interpolated (see {@link speedAtPosition}).
 */
export type Profile = {
  /** Position of the front, m, never falling. */
  readonly position: Float64Array;
  /** Time since the start of the run, s, never falling. */
  readonly time: Float64Array;
  /** m/s */
  readonly speed: Float64Array;
  /** Force at the rim just after the row, N: effort above 0, brake below 0. */
  readonly force: Float64Array;
  /** m/s² just after the row. */
  readonly acceleration: Float64Array;
  /** m/s² just before the next row; 0 in the last row. */
  readonly accelerationAtEnd: Float64Array;
};

type Columns = { -readonly [K in keyof Profile]: Float64Array };

/** Takes down a run row by row. */
export class RunRecorder {
  readonly phases: Phase[] = [];
  position = 0;
  time = 0;
  speed = 0;
  #rows = 0;
  #columns: Columns = columnsOf(256);
  #phase: PhaseName | undefined;
  #phaseFrom = 0;
  #phaseStart = 0;
  #phaseSpeed = 0;
  #effortWork = 0;
  #brakeWork = 0;
  #energyAtWheel = 0;
  #brakingEnergy = 0;
  #dwell = 0;

  begin(position: number, speed: number): void {
    this.position = position;
    this.speed = speed;
    this.#phaseFrom = position;
  }

  /** The stretch that starts here: its behaviour, force and accelerations at both ends. */
  open(phase: PhaseName, force: number, acceleration: number, accelerationAtEnd: number): void {
    if (phase !== this.#phase) {
      this.#closePhase();
      this.#phase = phase;
      this.#phaseFrom = this.position;
      this.#phaseStart = this.time;
      this.#phaseSpeed = this.speed;
    }
    this.#row(force, acceleration, accelerationAtEnd);
  }

  /** A point within the stretch just opened, so that interpolation stays close. */
  within(
    position: number,
    time: number,
    speed: number,
    force: number,
    acceleration: number,
    accelerationAtEnd: number,
  ): void {
    this.position = position;
    this.time = time;
    this.speed = speed;
    this.#columns.accelerationAtEnd[this.#rows - 1] = acceleration;
    this.#row(force, acceleration, accelerationAtEnd);
  }

  /** The end of the stretch just opened. */
  close(position: number, time: number, speed: number, effortWork: number, brakeWork: number): void {
    this.position = position;
    this.time = time;
    this.speed = speed;
    this.#effortWork += effortWork;
    this.#brakeWork += brakeWork;
    if (this.#phase === 'dwell') this.#dwell += time - this.#columns.time[this.#rows - 1]!;
  }

  finish(): {
    totalTime: number;
    runningTime: number;
    energyAtWheel: number;
    brakingEnergy: number;
    phases: readonly Phase[];
    profile: Profile;
  } {
    this.#closePhase();
    this.#row(0, 0, 0);
    const rows = this.#rows;
    const { position, time, speed, force, acceleration, accelerationAtEnd } = this.#columns;
    return {
      totalTime: this.time,
      runningTime: this.time - this.#dwell,
      energyAtWheel: this.#energyAtWheel,
      brakingEnergy: this.#brakingEnergy,
      phases: this.phases,
      profile: {
        position: position.subarray(0, rows),
        time: time.subarray(0, rows),
        speed: speed.subarray(0, rows),
        force: force.subarray(0, rows),
        acceleration: acceleration.subarray(0, rows),
        accelerationAtEnd: accelerationAtEnd.subarray(0, rows),
      },
    };
  }

  /** Speed (m/s) at which the behaviour now going on began. */
  get phaseStartSpeed(): number {
    return this.#phaseSpeed;
  }

  #closePhase(): void {
    if (this.#phase !== undefined && this.time > this.#phaseStart) {
      this.phases.push({
        phase: this.#phase,
        from: this.#phaseFrom,
        to: this.position,
        start: this.#phaseStart,
        end: this.time,
        startSpeed: this.#phaseSpeed,
        endSpeed: this.speed,
        energyAtWheel: this.#effortWork,
        brakingEnergy: this.#brakeWork,
      });
    }
    this.#energyAtWheel += this.#effortWork;
    this.#brakingEnergy += this.#brakeWork;
    this.#effortWork = 0;
    this.#brakeWork = 0;
  }

  #row(force: number, acceleration: number, accelerationAtEnd: number): void {
    if (this.#rows === this.#columns.position.length) this.#grow();
    const i = this.#rows++;
    const columns = this.#columns;
    columns.position[i] = this.position;
    columns.time[i] = this.time;
    columns.speed[i] = this.speed;
    columns.force[i] = force;
    columns.acceleration[i] = acceleration;
    columns.accelerationAtEnd[i] = accelerationAtEnd;
  }

  #grow(): void {
    const grown = columnsOf(2 * this.#rows);
    for (const name of Object.keys(grown) as (keyof Profile)[]) grown[name].set(this.#columns[name]);
    this.#columns = grown;
  }
}

function columnsOf(rows: number): Columns {
  return {
    position: new Float64Array(rows),
    time: new Float64Array(rows),
    speed: new Float64Array(rows),
    force: new Float64Array(rows),
    acceleration: new Float64Array(rows),
    accelerationAtEnd: new Float64Array(rows),
  };
}
