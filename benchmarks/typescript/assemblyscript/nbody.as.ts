class Body {
  constructor(
    public x: f64,
    public y: f64,
    public z: f64,
    public vx: f64,
    public vy: f64,
    public vz: f64,
    public mass: f64,
  ) {}
}

function createBodies(): Body[] {
  const bodies = [new Body(0, 0, 0, 0, 0, 0, 40)];
  for (let planet = 1; planet <= 4; planet++) {
    const radius = <f64>(planet * 5);
    const speed = Math.sqrt(40 / radius);
    bodies.push(new Body(radius, 0, <f64>planet / 10, 0, speed, speed / 50, <f64>planet / 1000));
  }
  return bodies;
}

function advance(bodies: Body[], time: f64): void {
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const squared = dx * dx + dy * dy + dz * dz;
      const magnitude = time / (squared * Math.sqrt(squared));
      a.vx -= dx * b.mass * magnitude;
      a.vy -= dy * b.mass * magnitude;
      a.vz -= dz * b.mass * magnitude;
      b.vx += dx * a.mass * magnitude;
      b.vy += dy * a.mass * magnitude;
      b.vz += dz * a.mass * magnitude;
    }
  }
  for (let i = 0; i < bodies.length; i++) {
    const body = bodies[i];
    body.x += time * body.vx;
    body.y += time * body.vy;
    body.z += time * body.vz;
  }
}

function energy(bodies: Body[]): f64 {
  let sum = 0.0;
  for (let i = 0; i < bodies.length; i++) {
    const body = bodies[i];
    sum += (body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz)) / 2;
    for (let j = i + 1; j < bodies.length; j++) {
      const other = bodies[j];
      const dx = body.x - other.x;
      const dy = body.y - other.y;
      const dz = body.z - other.z;
      sum -= (body.mass * other.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum;
}

export function benchmark(size: i32): f64 {
  const bodies = createBodies();
  for (let step = 0; step < size; step++) advance(bodies, 0.005);
  return energy(bodies);
}
