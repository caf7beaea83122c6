// Made at build time by scripts/route-table-plugin.mjs from the folders of `app`.
declare module 'virtual:route-table' {
  export const routeTable: import('./router').RouteTable;
}
