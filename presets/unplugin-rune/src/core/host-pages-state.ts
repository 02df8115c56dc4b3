/** Whether this build writes host pages, known once the bundler's configuration is. */
export interface HostPagesState {
  enabled: boolean;
  /** The project has no icon of its own in its public folder, so pages get Rune's. */
  icon: boolean;
  /** Pages carry a content security policy. */
  policy: boolean;
  /** Pages of static routes carry their first frame. */
  firstFrame: boolean;
}
