/** Whether this build writes host pages, known once the bundler's configuration is. */
export interface HostPagesState {
  enabled: boolean;
  /** Pages carry a content security policy. */
  policy: boolean;
}
