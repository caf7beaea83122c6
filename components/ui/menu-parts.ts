'use client';
// What a menu's surface hands to the items inside it, which are written where its code is not yet there.
import type { Menu } from '@base-ui/react/menu';
import { createContext } from 'react';

export type MenuParts = Pick<typeof Menu, 'Item' | 'LinkItem' | 'Group' | 'GroupLabel' | 'Separator'>;

export const MenuPartsContext = createContext<MenuParts | undefined>(undefined);
