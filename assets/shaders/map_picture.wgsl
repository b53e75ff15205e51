// A picture drawn earlier, moved with the camera.

struct Place {
    // corners of the picture in the canvas, as clip coordinates: left, top, right, bottom
    corners: vec4<f32>,
    // top left corner of the picture in the target, pixels
    offset: vec4<f32>,
}

@group(0) @binding(0) var<uniform> place: Place;
@group(0) @binding(1) var picture: texture_2d<f32>;
@group(0) @binding(2) var smooth_: sampler;

struct Corner {
    @builtin(position) position: vec4<f32>,
    @location(0) share: vec2<f32>,
}

@vertex
fn corner(@builtin(vertex_index) number: u32) -> Corner {
    let share = vec2(f32(number & 1u), f32(number >> 1u));
    return Corner(vec4(mix(place.corners.xy, place.corners.zw, share), 0.0, 1.0), share);
}

// Larger or smaller than it was drawn.
@fragment
fn stretched(in: Corner) -> @location(0) vec4<f32> {
    return textureSample(picture, smooth_, in.share);
}

// Pixel for pixel: several times as quick where a processor does the work.
@fragment
fn exact(in: Corner) -> @location(0) vec4<f32> {
    return textureLoad(picture, vec2<i32>(floor(in.position.xy - place.offset.xy)), 0);
}
