// Distances to a segment and its neighbours on the same line. All in pixels from the canvas' corner, from the
// same numbers by the same steps, so that two neighbours agree to the bit on whose a pixel is.

// x: distance, y: share along the segment.
fn to_segment(at: vec2<f32>, a: vec2<f32>, b: vec2<f32>) -> vec2<f32> {
    let ab = b - a;
    let along = dot(at - a, ab) / max(dot(ab, ab), 1e-12);
    if along <= 0.0 { return vec2(distance(at, a), 0.0); }
    if 1.0 <= along { return vec2(distance(at, b), 1.0); }
    return vec2(distance(at, a + ab * along), along);
}

// Whether the pixel is this segment's and no neighbour's: then each pixel of a line is drawn once and its soft
// edge stays soft. A neighbour of no length is none.
fn own(at: vec2<f32>, mine: f32, previous: vec2<f32>, a: vec2<f32>, b: vec2<f32>, next: vec2<f32>) -> bool {
    if any(previous != a) && to_segment(at, previous, a).x <= mine { return false; }
    if any(next != b) && to_segment(at, b, next).x < mine { return false; }
    return true;
}

// Corner 0 to 3 of the box around a segment, `reach` pixels wide on every side.
fn box_corner(number: u32, a: vec2<f32>, b: vec2<f32>, reach: f32) -> vec2<f32> {
    let ab = b - a;
    let along = ab / max(length(ab), 1e-6) * reach;
    let across = vec2(-along.y, along.x);
    let end = select(a - along, b + along, (number & 1u) == 1u);
    return end + select(-across, across, 1u < number);
}
