export type Token<T> = { readonly description: string; readonly __type?: T };
type Lifetime = "singleton" | "transient" | "scoped";
type Factory<T> = (container: Container) => T;

interface Registration<T = unknown> {
  lifetime: Lifetime;
  factory: Factory<T>;
}

export const token = <T>(description: string): Token<T> => Object.freeze({ description });

export class ResolutionError extends Error {
  readonly path: readonly string[];
  constructor(path: string[], reason: string) {
    super(`${path.join(" → ")}: ${reason}`);
    this.path = path;
  }
  override get name(): string {
    return "ResolutionError";
  }
}

export class Container {
  private readonly registrations: Map<Token<unknown>, Registration>;
  private readonly instances = new Map<Token<unknown>, unknown>();
  private static resolving: Token<unknown>[] = [];

  constructor(private readonly parent?: Container) {
    this.registrations = new Map(parent?.registrations);
  }

  register<T>(token: Token<T>, factory: Factory<T>, lifetime: Lifetime = "singleton"): this {
    this.registrations.set(token, { factory, lifetime });
    return this;
  }

  value<T>(token: Token<T>, value: T): this {
    return this.register(token, () => value);
  }

  get<T>(token: Token<T>): T {
    const registration = this.registrations.get(token) as Registration<T> | undefined;
    const path = [...Container.resolving, token];
    const names = () => path.map((each) => each.description);
    if (!registration) throw new ResolutionError(names(), "not registered");
    if (Container.resolving.includes(token)) throw new ResolutionError(names(), "circular dependency");
    const owner = registration.lifetime === "singleton" ? this.root : this;
    if (registration.lifetime !== "transient" && owner.instances.has(token)) {
      return owner.instances.get(token) as T;
    }
    Container.resolving = path;
    try {
      const instance = registration.factory(this);
      if (registration.lifetime !== "transient") owner.instances.set(token, instance);
      return instance;
    } finally {
      Container.resolving = path.slice(0, -1);
    }
  }

  private get root(): Container {
    let container: Container = this;
    while (container.parent) container = container.parent;
    return container;
  }

  createScope(): Container {
    return new Container(this);
  }
}

export interface Logger {
  log(message: string): void;
}
export interface Clock {
  now(): number;
}
export interface User {
  id: number;
  name: string;
  lastSeen?: number | undefined;
}
export interface Repository<T extends { id: number }> {
  find(id: number): T | undefined;
  save(entity: T): void;
  all(): readonly T[];
}

class MemoryLogger implements Logger {
  readonly lines: string[] = [];
  log(message: string): void {
    this.lines.push(message);
  }
}

class MemoryRepository<T extends { id: number }> implements Repository<T> {
  readonly #rows = new Map<number, T>();
  find(id: number): T | undefined {
    return this.#rows.get(id);
  }
  save(entity: T): void {
    this.#rows.set(entity.id, Object.assign({}, this.#rows.get(entity.id), entity));
  }
  all(): readonly T[] {
    return [...this.#rows.values()].toSorted((a, b) => a.id - b.id);
  }
}

class UserService {
  static #next = 1;
  readonly instance = UserService.#next++;
  constructor(
    private readonly users: Repository<User>,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}
  greet(id: number): string {
    const user = this.users.find(id);
    if (!user) throw new Error(`no user ${id}`);
    const { name, lastSeen } = user;
    const now = this.clock.now();
    this.users.save({ ...user, lastSeen: now });
    this.logger.log(`greeted ${name}`);
    return lastSeen === undefined ? `Welcome, ${name}!` : `Welcome back, ${name}, after ${now - lastSeen} s`;
  }
}

export const TOKENS = {
  logger: token<Logger>("logger"),
  clock: token<Clock>("clock"),
  users: token<Repository<User>>("users"),
  service: token<UserService>("service"),
  loop: token<number>("loop"),
};

export function createApp(clock: Clock): Container {
  return new Container()
    .value(TOKENS.clock, clock)
    .register(TOKENS.logger, () => new MemoryLogger())
    .register(TOKENS.users, () => {
      const users = new MemoryRepository<User>();
      ["Ada", "Grace"].forEach((name, i) => users.save({ id: i + 1, name }));
      return users;
    })
    .register(
      TOKENS.service,
      (c) => new UserService(c.get(TOKENS.users), c.get(TOKENS.clock), c.get(TOKENS.logger)),
      "scoped",
    )
    .register(TOKENS.loop, (c) => c.get(TOKENS.loop) + 1);
}
