// Hatches: drawn over the soft borders, so that only hatched districts pay for them.

struct Corner {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) kind: u32,
    @location(1) @interpolate(flat) ink: vec4<f32>,
}

@vertex
fn hatched_corner(@location(0) metres: vec2<f32>, @location(1) district: u32) -> Corner {
    let style = surface_of(district).y;
    let kind = style & 255u;
    if kind == 0u { return Corner(OUTSIDE, 0u, vec4(0.0)); }
    return Corner(clip(pixels(metres)), kind, view.inks[(style >> 8u) & 7u]);
}

// Diagonal coordinates: steps along the axes stay whole numbers of half points, so that hatches repeat.
const HALF_ROOT = 0.70710678;

fn rising(at: vec2<f32>, step: f32, width: f32, px: f32) -> f32 {
    return band(nearest(at.x + at.y, step) * HALF_ROOT, width, px);
}

fn falling(at: vec2<f32>, step: f32, width: f32, px: f32) -> f32 {
    return band(nearest(at.x - at.y, step) * HALF_ROOT, width, px);
}

// Dots in two grids of 5, one shifted by half a step: each has its next 3.5 away.
fn dots(at: vec2<f32>, radius: f32, px: f32) -> f32 {
    let shifted = at + 2.5;
    let off = min(length(at - 5.0 * round(at / 5.0)), length(shifted - 5.0 * round(shifted / 5.0)));
    return clamp((radius - off) / px + 0.5, 0.0, 1.0);
}

// Dashes 5 long every 21, in rows 9 apart, every other row shifted by half a step.
fn dashes(at: vec2<f32>, px: f32) -> f32 {
    let row = round(at.y / 9.0);
    let along = at.x + 10.5 * (row - 2.0 * floor(row / 2.0));
    return band(nearest(along, 21.0), 5.0, px) * band(at.y - 9.0 * row, 1.0, px);
}

@fragment
fn hatch(in: Corner) -> @location(0) vec4<f32> {
    let px = 1.0 / view.hatch.z;
    let at = (in.position.xy - view.hatch.xy) * px;
    var share = 0.0;
    switch in.kind {
        case 1u: { share = rising(at, 8.5, 2.4, px); }
        case 2u: { share = dots(at, 1.0, px); }
        case 3u: { share = 0.8 * dashes(at, px); }
        case 4u: { share = falling(at, 10.0, 0.8, px); }
        case 5u: { share = 0.7 * falling(at, 8.5, 1.0, px); }
        case 6u: {
            // a light rim keeps the hand's colour apart from any paper
            return over(in.ink * rising(at, 10.5, 2.2, px), vec4(0.6) * rising(at, 10.5, 4.0, px));
        }
        default: { share = rising(at, 10.5, 1.0, px); }
    }
    return in.ink * share;
}
