// The life of an endpoint (contract §9), as data.
import type { TransitionTable } from '@/lib/core/transition';

export const endpointStatuses = ['enabled', 'disabled'] as const;
export type EndpointStatus = (typeof endpointStatuses)[number];

/** `requested` by its owner; `gone`: it answered 410; `failing`: seven days without a success. */
export const disabledReasons = ['requested', 'gone', 'failing'] as const;
export type DisabledReason = (typeof disabledReasons)[number];

export const deliveryStatuses = ['pending', 'succeeded', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export const endpointTransitions: TransitionTable<EndpointStatus, 'enabled' | 'disabled' | 'tested'> = {
  enabled: { from: ['disabled'], to: 'enabled' },
  disabled: { from: ['enabled'], to: 'disabled' },
  tested: { from: ['enabled'], to: 'enabled' },
};
