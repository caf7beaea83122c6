// What prepared statements cost, by their own plans.
import { withTransaction, type KeysetList, type Transaction } from '@/lib/db';
import { ownerQuery } from './database';

export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** A prepared statement gets a plan for its values at first, and one for all values later. */
export const planModes = ['force_custom_plan', 'force_generic_plan'] as const;
type PlanMode = (typeof planModes)[number];

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/**
 * Runs `use` once, so that its statement is prepared on the connection, and explains it with these values.
 *
 * @param values as SQL has them: strings in quotes.
 * @returns every node of the plan that was run.
 */
export async function explainStatement(
  mode: PlanMode,
  name: string,
  use: (tx: Transaction) => Promise<unknown>,
  values: readonly string[],
): Promise<PlanNode[]> {
  let nodes: PlanNode[] = [];
  const undone = new Error('undone');
  await withTransaction(async (tx) => {
    await use(tx);
    await tx.client.query(`SET LOCAL plan_cache_mode = ${mode}`);
    const { rows } = await tx.client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE ${name} (${values.join()})`,
    );
    nodes = nodesOf((rows[0] as { 'QUERY PLAN': { Plan: PlanNode }[] })['QUERY PLAN'][0]!.Plan);
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return nodes;
}

/** How many rows of `table` a plan looked at. */
export function rowsTouched(nodes: readonly PlanNode[], table: string): number {
  return nodes
    .filter((node) => node['Relation Name'] === table)
    .reduce(
      (sum, node) =>
        sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    );
}

/**
 * Explains every statement of a list, in both modes.
 *
 * @param wanted a value for each filter.
 * @returns by statement and mode how many rows of `table` its first page of 20 looked at.
 */
export async function listCosts<Filter extends string>(
  list: KeysetList<unknown, Filter>,
  table: string,
  ownerId: string,
  wanted: Readonly<Record<Filter, string>>,
): Promise<Record<string, number>> {
  const costs: Record<string, number> = {};
  for (const mode of planModes) {
    for (const { name, filters } of list.statements) {
      const chosen = Object.fromEntries(filters.map((filter) => [filter, wanted[filter]]));
      const page = { rows: 21, beforeId: undefined };
      const values = [ownerId, 'z', '', '-infinity', 'infinity', ...filters.map((filter) => wanted[filter])];
      const quoted = values.map((value) => `'${value}'`).toSpliced(5, 0, '21');
      const find = (tx: Transaction) => list.find(ownerId, page, chosen as Record<Filter, string>, tx);
      costs[`${name}, ${mode}`] = rowsTouched(await explainStatement(mode, name, find, quoted), table);
    }
  }
  return costs;
}

/** Copies the row `id` of `table` to ids numbered `from` to `to`, as the owner. */
export async function copyRow(table: string, id: string, from: number, to: number): Promise<void> {
  await ownerQuery(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(old, jsonb_build_object('id',
       split_part(old.id, '_', 1) || '_' || lpad(n::text, 26, '0')))).*
     FROM ${table} old, generate_series($2::int, $3::int) n WHERE old.id = $1`,
    [id, from, to],
  );
  await ownerQuery(`ANALYZE ${table}`);
}
