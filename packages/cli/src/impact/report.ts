import type { DepositHazard, ImpactOutcome, Model } from '@throughline/engine';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';

/**
 * What `impact` tells: land, crossings, noise, screening with its triggers, and places.
 *
 * @param model - the corridor, for names
 * @param outcome - what was found
 * @param asked - option, and the one place asked for
 * @param style - marks headings
 */
export function impactLines(
  model: Model,
  outcome: ImpactOutcome,
  { option, place }: { option: string; place: string | undefined },
  style: Style,
): string[] {
  if (place !== undefined)
    return [style('bold', `${model.places[place]!.name} under ${option}`), ...places(model, outcome)];
  return [
    style('bold', `Land, water and people under ${option}`),
    ...land(outcome),
    '',
    ...crossings(model, outcome),
    '',
    ...noise(outcome),
    '',
    ...screenings(model, outcome),
    '',
    ...hazards(outcome),
    ...places(model, outcome),
  ];
}

const hectares = (area: number) => `${(area / 10_000).toFixed(0)} ha`;
const kilometres = (length: number) => `${(length / 1000).toFixed(1)} km`;

function land({ land: takes, construction }: ImpactOutcome): string[] {
  if (takes.length === 0) return ['Nothing is built on new land.'];
  const classes = [...new Set(takes.flatMap(({ byClass }) => Object.keys(byClass)))];
  const right = (title: string) => ({ title, align: 'right' as const });
  return [
    ...table(
      [
        { title: 'alignment' },
        right('length'),
        right('land'),
        ...classes.map(right),
        right('people to move'),
        right('households'),
        right('kt CO2e built'),
      ],
      takes.map(({ alignment, begin, end, total, byClass, people, households, carbon }) => [
        alignment,
        kilometres(end - begin),
        hectares(total),
        ...classes.map((each) => hectares(byClass[each] ?? 0)),
        people.toFixed(0),
        households.toFixed(0),
        (carbon / 1e6).toFixed(0),
      ]),
    ),
    `Building emits ${(construction / 1e6).toFixed(0)} kt CO2e.`,
  ];
}

function crossings(model: Model, { crossings: all }: ImpactOutcome): string[] {
  const found = all.filter(({ finding }) => finding !== 'none');
  if (found.length === 0) return ['No park, river or monument is crossed, as far as the alignment is known.'];
  return table(
    [
      { title: 'crosses' },
      { title: 'kind' },
      { title: 'alignment' },
      { title: 'finding' },
      { title: 'nearest', align: 'right' },
    ],
    found.map(({ feature, alignment, finding, distance }) => {
      const { name, kind } = model.ground_features[feature]!;
      return [name, kind, alignment, finding, kilometres(distance)];
    }),
  );
}

function noise({ noise: lines }: ImpactOutcome): string[] {
  if (lines.length === 0) return ['No noise is told: nothing is built, or no train runs on it.'];
  const right = (title: string) => ({ title, align: 'right' as const });
  return table(
    [
      { title: 'noise of' },
      right('trains a day'),
      right('dB(A) at 25 m'),
      right('above night limit within'),
      right('people there'),
      ...(lines[0]?.exposed ?? []).map(({ from, to }) => right(to === null ? `${from}+ Lden` : `${from}–${to}`)),
    ],
    lines.map(({ line, trains, at25, reachNight, peopleNight, exposed }) => [
      line,
      (trains * 86_400).toFixed(0),
      at25.toFixed(1),
      `${reachNight.toFixed(0)} m`,
      peopleNight.toFixed(0),
      ...exposed.map(({ people }) => people.toFixed(0)),
    ]),
  );
}

function screenings(model: Model, { screenings: all }: ImpactOutcome): string[] {
  return all.flatMap(({ scheme, category, triggers, unknown }) => {
    const { name, categories } = model.screening_schemes[scheme]!;
    const { name: own, leads_to } = categories[category]!;
    return [
      `${name}: ${own}. ${leads_to}`,
      ...triggers.map(({ category: to, reference, facts }) => {
        const told = facts.map(
          ({ fact, value, atLeast, because }) => `${fact} ${Number(value.toPrecision(4))} ≥ ${atLeast} (${because})`,
        );
        return `  ${categories[to]!.name}: ${told.join(', ')} · ${reference}`;
      }),
      ...(unknown.length > 0 ? [`  not judged, a fact is missing: ${unknown.join(', ')}`] : []),
    ];
  });
}

/** Hazards of deposits: what is nearest, how radioactive, and what mines would leave. */
function hazards({ hazards: all }: ImpactOutcome): string[] {
  if (all.length === 0) return [];
  const right = (title: string) => ({ title, align: 'right' as const });
  const yearly = (mass: number | undefined) => (mass === undefined ? '–' : ((mass * 31_557_600) / 1e6).toFixed(1));
  const nearest = ({ nearest: found }: DepositHazard, kind: string) => {
    const near = found.find((neighbour) => neighbour.kind === kind);
    return near
      ? `${near.name}, ${(near.distance / 1000).toFixed(0)} km (${(near.low / 1000).toFixed(0)}–${(near.high / 1000).toFixed(0)})`
      : '–';
  };
  return [
    ...table(
      [
        { title: 'deposit' },
        right('Bq/g'),
        right('kt tailings now'),
        right('with technology'),
        right('at capacity'),
        { title: 'nearest people' },
        { title: 'river' },
        { title: 'park' },
      ],
      all.map((hazard) => [
        hazard.name,
        hazard.radioactivity ? ((hazard.radioactivity.thorium + hazard.radioactivity.uranium) / 1000).toFixed(1) : '–',
        yearly(hazard.now?.tailings),
        yearly(hazard.given?.tailings),
        yearly(hazard.atCapacity?.tailings),
        nearest(hazard, 'settlement'),
        nearest(hazard, 'river'),
        nearest(hazard, 'protected area'),
      ]),
    ),
    '',
  ];
}

function places(model: Model, { places: all }: ImpactOutcome): string[] {
  const right = (title: string) => ({ title, align: 'right' as const });
  return table(
    [
      { title: 'place' },
      right('built'),
      right('land'),
      right('people to move'),
      right('noise to'),
      { title: 'crossed there' },
      { title: 'deposits near it' },
      { title: 'asked' },
    ],
    all.map(({ place, length, land: area, people, noiseReach, crossings: crossed, consultations, deposits }) => [
      model.places[place]!.name,
      kilometres(length),
      hectares(area),
      people.toFixed(0),
      `${noiseReach.toFixed(0)} m`,
      crossed.map(({ feature, finding }) => `${model.ground_features[feature]!.name} (${finding})`).join(', ') || '–',
      deposits
        .map(
          ({ deposit, distance }) => `${model.minerals?.deposits[deposit]?.name ?? deposit} (${kilometres(distance)})`,
        )
        .join(', ') || '–',
      consultations.join(', ') || '–',
    ]),
  );
}
