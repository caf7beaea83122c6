import type { Plugin } from 'esbuild';
import type { RouteTable } from '../lib/http-host/router';

export declare const servedFolders: readonly string[];
export declare function findRouteFiles(appFolder?: string): { pattern: string; file: string }[];
export declare function routeTablePlugin(appFolder?: string): Plugin;
export declare function importRouteTable(appFolder?: string): Promise<RouteTable>;
