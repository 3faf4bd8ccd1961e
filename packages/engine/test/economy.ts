/** Costs, a plan and two parties for the tiny corridor with markets. Round numbers. */
export const economyChange = `
conventions:
  book: { name: Book, body: Book, discount: { all: { until: 1000, rate: 8 % } }, ratio: all costs, numeraire: domestic, residual: remaining life, operating_years: 20 }
  world: { name: World, body: Book, discount: { all: { until: 1000, rate: 4 % } }, ratio: all costs, numeraire: world, residual: remaining life, operating_years: 20 }
currencies:
  usd: { name: Dollar, code: USD, rate: 1, prices: { all: { until: 2100, rate: 2 % } } }
  eur: { name: Euro, code: EUR, rate: 0.5, prices: { all: { until: 2100, rate: 2 % } } }
economy:
  currency: usd
  convention: book
  beside: [world]
  do_minimum: change
  national: { north: { shadow_exchange: 1, wage_factor: 1 }, south: { shadow_exchange: 1, wage_factor: 0.5 } }
  origin_part: 0.5
  large_change: 0.33
  income_growth: 2 %
  value_elasticity: 1
  carbon: { a: { year: 2025, value: 50 USD/t }, b: { year: 2045, value: 100 USD/t } }
  life: 1 MUSD/person
  nitrogen_oxides: 5 USD/kg
  particles: 50 USD/kg
  turn_time: 6 h
  vehicle_reserve: 10 %
  trade_effect: 5 %
carriers:
  road: { name: road hauliers, margin: 10 %, tax: 20 % }
  sea: { name: shipping lines, margin: 10 %, tax: 0 % }
line_costs:
  both: { name: Both lines, lines: [one, two], goods: 0.02 USD/t/km, persons: 0.02 USD/person/km, track: 1000 USD/km/year, tax: 10 % }
transport_intensities:
  road: { name: Road, goods: 90 g/t/km, nitrogen_oxides: 0.4 g/t/km, particles: 0.01 g/t/km, deaths: 1.0e-8 person/t/km }
aid_rules:
  book: { name: Book, body: Book, groups: { all: { name: All, rate: 5 % } } }
borrowers:
  south: { product: 10 bnUSD/year, exports: 5 bnUSD/year, revenue: 2 bnUSD/year, debt: 40 %, growth: 3 %, discount: 8 % }
parties:
  north: { name: North, role: partner, pays: [north], interests: { all: { groups: [shippers, passengers, railways, treasuries, workers, communities, road hauliers, shipping lines, other carriers], countries: [north], part: 1 } } }
  south: { name: South, role: partner, pays: [south], interests: { all: { groups: [shippers, passengers, railways, treasuries, workers, communities, road hauliers, shipping lines, other carriers], countries: [south], part: 1 } } }
consents:
  better: { parties: [north, south], why: The border is common. }
financing:
  loan:
    title: Loan
    summary: A loan and the budget.
    order: 1
    borrower: south
    funds:
      loan: { name: Loan, kind: loan, party: north, share: 60 %, currency: usd, rate: 3 %, maturity: 15, grace: 5 }
      budget: { name: Budget, kind: budget, party: south, share: 40 %, currency: usd }
  budget:
    title: Budget
    summary: The budget.
    order: 0
    borrower: south
    funds: { budget: { name: Budget, kind: budget, party: south, share: 100 %, currency: usd } }
`;

/** What the better border costs, in two currencies. */
export const capitalChange = `
capital:
  hall: { name: Hall, kind: terminal, country: south, cost: { value: 2 MUSD, prices: 2025 }, begins: 2028, ends: 2029, life: 30, maintenance: 1 %, tax: 10 %, unskilled: 20 %, lines: [two] }
  gate: { name: Gate, kind: equipment, country: north, cost: { value: 0.5 MEUR, prices: 2025 }, begins: 2029, ends: 2029, life: 15, lines: [one] }
`;
