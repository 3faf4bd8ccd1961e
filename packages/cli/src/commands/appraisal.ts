import { Command, InvalidArgumentError, Option } from 'commander';
import type { AppraisalOptions } from '../appraisal/appraisal-options.ts';
import { examples, gathered } from './options.ts';

/** A command that appraises the options of a corridor in screening. */
function appraisal(name: string, summary: string, description: string): Command {
  return new Command(name)
    .summary(summary)
    .description(description)
    .argument('<folder>', "the corridor's folder")
    .option('--option <ids>', 'only these options, in more detail (repeat, or separate by commas)', gathered)
    .option('--scenario <id>', 'the scenario; the base scenario when left out')
    .option(
      '--convention <name>',
      'by whose rules: ADB, World Bank, EU, UK TAG, … (those of the corridor when left out)',
    )
    .option('--json', 'machine-readable results on stdout');
}

/** `throughline economy`: is it worth it, and for whom. */
export function economyCommand(): Command {
  return appraisal(
    'economy',
    'is it worth it, and for whom: values, rates, groups',
    'Compares every option of the corridor in FOLDER with the do-minimum, with stated values and without planning a timetable: net present value, internal rates, ratio, who gains and who pays.',
  )
    .addHelpText(
      'after',
      examples([
        ['economy corridors/kunming-haiphong', 'the options beside each other'],
        ['economy corridors/kunming-haiphong --option new-line', 'by group and country, by other rules'],
        ['economy corridors/kunming-haiphong --convention "World Bank"', 'by the rules of the World Bank'],
      ]),
    )
    .action(async (folder: string, options: AppraisalOptions) => {
      const { economy } = await import('../appraisal/economy.ts');
      await economy(folder, options);
    });
}

/** `throughline finance`: can it be paid for. */
export function financeCommand(): Command {
  return appraisal(
    'finance',
    'can it be paid for: plans, grant elements, cover',
    'Works every financing plan of the corridor in FOLDER out for every option, in nominal money: grant elements with their terms, what the state has to add, cover, debt. With --search-tariff or --search-access the whole chain is run for one price after the other.',
  )
    .option('--plan <id>', 'only this financing plan')
    .option('--search-tariff <target>', 'look for the tariff that a target needs, such as a cover of 1.2', target)
    .option('--search-access <target>', 'look for the access charge that a target needs', target)
    .addOption(
      new Option('--of <measure>', "what the target is of; `value` in the borrower's currency, before finance")
        .choices(['cover', 'life cover', 'value'])
        .default('cover'),
    )
    .option('--quiet', 'no progress')
    .addHelpText(
      'after',
      examples([
        ['finance corridors/kunming-haiphong --option new-line', 'all plans for one option, with their terms'],
        [
          'finance corridors/kunming-haiphong --option new-line --plan china-loan --search-tariff 1.2',
          'a tariff for a debt service cover of 1.2',
        ],
        [
          'finance corridors/kunming-haiphong --plan state-budget --search-tariff 0 --of value',
          'tariffs at which building pays for itself, option by option',
        ],
      ]),
    )
    .action(async (folder: string, options: AppraisalOptions) => {
      const { finance } = await import('../appraisal/finance.ts');
      await finance(folder, options);
    });
}

/** `throughline negotiation`: who says yes. */
export function negotiationCommand(): Command {
  return appraisal(
    'negotiation',
    'who says yes: gains by party, coalitions, splits',
    'Tells what each option under each financing plan brings each party of the corridor in FOLDER, what coalitions could get alone, how what is gained might be split, and which parts of the cost two parties would accept.',
  )
    .addHelpText(
      'after',
      examples([['negotiation corridors/kunming-haiphong', 'tables, splits and zones of agreement']]),
    )
    .action(async (folder: string, options: AppraisalOptions) => {
      const { negotiation } = await import('../appraisal/negotiation.ts');
      await negotiation(folder, options);
    });
}

function target(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It should be a number, such as 1.2 for a cover or 0 for a value.');
}
