// The question to a company registry, and its answers. An adapter speaks to one registry.

export type CompanyStatus = 'active' | 'dissolved' | 'liquidation' | 'administration';

export interface RegisteredCompany {
  readonly companyNumber: string;
  /** Registered name. */
  readonly name: string;
  readonly status: CompanyStatus;
}

export interface CompanyRegistry {
  /**
   * The company with this number; null when the registry has none.
   *
   * @throws ProviderUnavailable when the registry cannot be asked.
   */
  lookUp(companyNumber: string, signal: AbortSignal): Promise<RegisteredCompany | null>;
}
