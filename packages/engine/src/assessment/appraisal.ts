import type { Figure, Series } from './figure.ts';

/** Who gains, who pays, who agrees; or why that was not computed. Money at prices of the base year. */
export interface AppraisalRecord {
  /** Why there is no economy, no finance, no negotiation; null where there is. */
  readonly without: {
    readonly economy: string | null;
    readonly finance: string | null;
    readonly negotiation: string | null;
  };
  /** Id of the do-minimum. */
  readonly do_minimum: string | null;
  readonly convention: string | null;
  readonly last_year: Figure | null;
  /** Titles and summaries of the plans. */
  readonly plans: Readonly<Record<string, { readonly title: string; readonly summary: string }>>;
  /** Part of the draws in which no option is worth more than the do-minimum; null where nothing was drawn. */
  readonly minimum_best: Figure | null;
  /** Every option but the do-minimum. */
  readonly options: Readonly<Record<string, OptionAppraisalRecord>>;
  /** By country that borrows and framework of debt sustainability. */
  readonly debt_frameworks: readonly DebtFrameworkRecord[];
  readonly negotiation: NegotiationRecord | null;
  /** Date, kind, event, who, amount with currency, due, kept. */
  readonly timeline: Series;
  /** Line, party, state, what it strikes off, what is said. */
  readonly red_lines: Series;
}

/** Whether a country is assessed by a framework of debt sustainability; without a verdict where it is not. */
export interface DebtFrameworkRecord {
  readonly name: string;
  readonly country: string;
  readonly applies: boolean;
  /** Capacity and thresholds of each ratio; null where it does not apply. */
  readonly thresholds: Series | null;
}

/** One option against the do-minimum. */
export interface OptionAppraisalRecord {
  /** What building costs, contingency included, not discounted. */
  readonly capital: Figure;
  readonly value: Figure;
  /** Parts of the draws in which it is worth something, and in which it is worth most; null where nothing was drawn. */
  readonly worth: Figure | null;
  readonly best: Figure | null;
  /** In words: one rate, several, or none with the reason. */
  readonly internal_rate: string;
  readonly internal_rates: readonly Figure[];
  readonly ratio: Figure | null;
  readonly first_year: Figure | null;
  readonly best_opening: Figure | null;
  /** Year, net benefit, cumulative present value. */
  readonly flows: Series;
  /** For a workbook: year, flows by kind in thousands, the discount rate that leads into the year. */
  readonly book: Series;
  /** Country, value, and its 10th and 90th percentile where it was drawn. */
  readonly countries: Series;
  /** Group, a column for each country, all. */
  readonly groups: Series;
  /** Effect, value, moved between groups. */
  readonly effects: Series;
  /** Convention, value with its range and the part of the draws in which it is above 0, internal rate, ratio. */
  readonly beside: Series;
  /** Country, access charges, upkeep of track, part of it that they recover; present values against the do-minimum. */
  readonly access: Series;
  /** What changes, by how much until the value is zero. */
  readonly switching: Series;
  /** Method, value at the end of the years. */
  readonly residual: Series;
  /** Wider effects, apart from the value. */
  readonly wider: Series;
  /** From the railways' own money to the value for society: step, value. */
  readonly bridge: Series | null;
  /** Markets whose demand curve was integrated because their cost changes much or a way is new. */
  readonly integrated: readonly string[];
  readonly plans: Readonly<Record<string, PlanRecord>>;
  /** First party, second party, least and most part of the first with their ranges, even part, whether both would agree, and in which part of the draws. */
  readonly zones: Series;
  /** Open approvals: name, year expected, chance. */
  readonly approvals: Series;
  /** Years by which they put works and opening off, and the year it opens then. */
  readonly delay: Figure;
  readonly opens: Figure;
  /** Chance that all of them are given; null where one has none. */
  readonly all_approved: Figure | null;
  /** Value if they came in time for what its file states. */
  readonly in_time: Figure;
  /** What it builds outside the years looked at; not counted. */
  readonly outside: readonly string[];
}

/** An option under a financing plan. */
export interface PlanRecord {
  /** Why it cannot be carried out; the figures are then null. */
  readonly impossible: string | null;
  /** Before finance, nominal, in the borrower's currency. */
  readonly value: Figure | null;
  readonly internal_rate: string | null;
  readonly least_cover: Figure | null;
  readonly life_cover: Figure | null;
  /** What the state has to add, present value. */
  readonly subsidy: Figure | null;
  /** The same with foreign money a quarter dearer after completion. */
  readonly subsidy_after_shock: Figure | null;
  readonly grant_element: Figure | null;
  readonly grant_equivalent: Figure | null;
  /** Rule and rate of the grant element. */
  readonly rule: string | null;
  readonly rule_rate: Figure | null;
  readonly most_debt_over_product: Figure | null;
  readonly most_service_over_exports: Figure | null;
  readonly most_service_over_revenue: Figure | null;
  /** What the grant element of the whole is made of: each fund's, net of what is tied; null for money that is no gift. */
  readonly parts: readonly {
    readonly fund: string;
    readonly amount: Figure;
    readonly grant_element: Figure | null;
  }[];
  /** Fund, party, terms, amount, grant elements, cost a year. */
  readonly funds: Series;
  /** Loans among the funds, by name. */
  readonly loans: Readonly<Record<string, LoanRecord>>;
  /** Year, capital, revenue, operating cost, service, what of it is for availability, what the state pays, debt. */
  readonly years: Series;
}

/** The terms of a loan, rates a year. */
export interface LoanRecord {
  readonly rate: Figure;
  readonly maturity: Figure;
  readonly grace: Figure;
  readonly payments: Figure;
  readonly repayment: string;
  /** What becomes of interest in grace: `paid` or `capitalised`. */
  readonly grace_interest: string;
  readonly upfront_fee: Figure;
  readonly commitment_fee: Figure;
  readonly guarantee_fee: Figure;
  /** By the rule of the plan and untied: as it is drawn, and as if drawn at once. */
  readonly grant_element: Figure | null;
  readonly grant_element_at_once: Figure | null;
  /** While it is drawn, nominal, in thousands of its currency. */
  readonly interest_in_construction: Figure;
  /** From the first drawdown on: year, drawn, service, debt, nominal, in thousands of its currency. */
  readonly years: Series;
}

/** Splits of what is gained. */
export interface NegotiationRecord {
  /** Option, plan, a column for each party, all parties, others. */
  readonly gains: Series;
  /** Option, plan, whom it needs, what strikes it off, what puts it in doubt. */
  readonly consents: Series;
  /** Coalition, what it can get alone, by which option and plan. */
  readonly choices: Series;
  /** Party, alone, Shapley value, core from, core to, nucleolus, Kalai–Smorodinsky, side payments, Nash. */
  readonly splits: Series;
  /** Party, and by rule median, 10th and 90th percentile over the draws in which there is a deal; empty where none has one. */
  readonly splits_drawn: Series;
  /** Part of the draws with a deal in which some split has no objection; null where none has a deal. */
  readonly core_chance: Figure | null;
  /** Deals that all together would choose: option, plan, part of the draws. */
  readonly deal_options: Series;
  /** Part of the draws in which there is a deal; null where nothing was drawn. */
  readonly deal: Figure | null;
  readonly in_core: boolean;
  readonly best: { readonly option: string; readonly plan: string } | null;
  /** Plan, largest giver, its part, concentration. */
  readonly dependence: Series;
  /** What else comes from few partners: what of, who depends, kind, largest partner, its part, concentration, years to change. */
  readonly dependences: Series;
  /** Party, what it has if talks fail, what it wants besides money. */
  readonly walk_aways: Series;
  /** The deal nearest to a gain of all; by party what it gains, must be paid at least, could give at most. */
  readonly nearest: {
    readonly option: string;
    readonly plan: string;
    readonly total: Figure;
    readonly parties: Series;
  } | null;
}
